using MudBlazor;

namespace FlowBuilder.Web.Components.Layout;

/// <summary>Colours and type of the product; styles/base.css has the same for pages without MudBlazor.</summary>
internal static class SiteTheme
{
    private static readonly string[] Font = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Ubuntu", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#2e7d32", PrimaryContrastText = "#ffffff", Secondary = "#33658a", Tertiary = "#8a5a00", Background = "#f5f7f4",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff", AppbarText = "#1d2a1f", DrawerBackground = "#ffffff", DrawerText = "#1d2a1f",
            DrawerIcon = "#4d5c50",
            TextPrimary = "#1d2a1f", TextSecondary = "#4d5c50", TextDisabled = "#67756a", ActionDefault = "#4d5c50",
            LinesDefault = "#dde4dc", LinesInputs = "#7f8c82", TableLines = "#e4eae3", Divider = "#dde4dc",
            Success = "#2e7d32", Warning = "#8a5a00", Error = "#b3261e", Info = "#33658a",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#81c784", PrimaryContrastText = "#10210f", Secondary = "#8fbfe0", Tertiary = "#e6b566", Background = "#121712",
            Surface = "#1b221c",
            AppbarBackground = "#1b221c", AppbarText = "#e6ede6", DrawerBackground = "#1b221c", DrawerText = "#e6ede6",
            DrawerIcon = "#a3b1a5",
            TextPrimary = "#e6ede6", TextSecondary = "#a9b7ab", TextDisabled = "#8b998d", ActionDefault = "#a9b7ab",
            LinesDefault = "#2e3a30", LinesInputs = "#7f8c82", TableLines = "#2e3a30", Divider = "#2e3a30",
            Success = "#81c784", SuccessContrastText = "#10210f", Warning = "#e6b566", WarningContrastText = "#241a00", Error = "#f2b8b5",
            ErrorContrastText = "#3a0906", Info = "#8fbfe0", InfoContrastText = "#0b2233",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "248px", AppbarHeight = "56px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Font, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "0" },
            H1 = new H1Typography { FontFamily = Font, FontSize = "1.6rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "0" },
            H2 = new H2Typography { FontFamily = Font, FontSize = "1.15rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "0" },
            Button = new ButtonTypography
            {
                FontFamily = Font, FontWeight = "600", TextTransform = "none", LetterSpacing = "0", FontSize = "0.9375rem"
            },
            Body1 = new Body1Typography { FontFamily = Font, FontSize = "0.9375rem", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Font, FontSize = "0.875rem", LetterSpacing = "0" },
            Caption = new CaptionTypography { FontFamily = Font, FontSize = "0.8125rem", LetterSpacing = "0" },
        },
    };
}
