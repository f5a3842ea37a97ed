using FlowBuilder.Application.Sequences.Drafts;

namespace FlowBuilder.Web.Components.Layout;

/// <summary>Light or dark, as the person chose or the system has it. site.js keeps both in cookies,
/// so that the first byte is right.</summary>
/// <param name="Choice"><c>light</c>, <c>dark</c> or <c>system</c>.</param>
/// <param name="IsDark">What it comes to.</param>
public sealed record Look(string Choice, bool IsDark)
{
    public const string ChoiceCookie = "look";
    public const string SystemCookie = "look-system";

    public static Look Light { get; } = new("system", false);

    public static Look Of(IRequestCookieCollection cookies)
    {
        ArgumentNullException.ThrowIfNull(cookies);
        var choice = cookies[ChoiceCookie] is "light" or "dark" ? cookies[ChoiceCookie]! : "system";
        return new Look(choice, choice == "dark" || (choice == "system" && cookies[SystemCookie] == "dark"));
    }
}
