using System.Globalization;

namespace FlowBuilder.Web.Hosting.Settings;

/// <summary>A setting that is a number or a time, and what it may be.</summary>
/// <param name="Key">Its name, such as <c>Engine:Partitions</c>.</param>
internal abstract record SettingRange(string Key)
{
    /// <summary>An empty value is the same as none.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>From where to where, with its unit, as the page of settings shows it: <c>1 to 64 shares</c>.</summary>
    public abstract string Words { get; }

    /// <summary>Whether the value is of the right kind and within the range.</summary>
    protected abstract bool Allows(string value);

    /// <summary>What kind of value it is: <c>a whole number</c>.</summary>
    protected abstract string Kind { get; }

    /// <summary>What counts when nothing is set; null where it depends.</summary>
    protected abstract string? Standing { get; }

    /// <exception cref="SettingsException">The value is of another kind, or out of its range.</exception>
    public void Check(IConfiguration configuration)
    {
        if (configuration[Key] is not { } text || (MayBeEmpty && text.Length == 0) || Allows(text)) return;
        throw new SettingsException(
            $"{Key} is “{text}”, but must be {Kind} from {Words}. Change it, or remove "
                + $"it{(Standing is null ? "" : $": then it is {Standing}")}.");
    }

    /// <summary>A whole number.</summary>
    /// <param name="Key">Its name.</param>
    /// <param name="Least">The smallest allowed.</param>
    /// <param name="Most">The largest allowed.</param>
    /// <param name="Unit">What is counted, in the plural.</param>
    /// <param name="Default">What counts when nothing is set; null where it depends.</param>
    public sealed record Number(string Key, int Least, int Most, string Unit, int? Default) : SettingRange(Key)
    {
        public override string Words => string.Create(CultureInfo.InvariantCulture, $"{Least:N0} to {Most:N0} {Unit}").TrimEnd();

        protected override string Kind => "a whole number";

        protected override string? Standing => Default?.ToString("N0", CultureInfo.InvariantCulture);

        /// <summary>The configured number; the default where there is none.</summary>
        /// <exception cref="SettingsException">It is none, or out of its range.</exception>
        public int Read(IConfiguration configuration)
        {
            Check(configuration);
            return configuration[Key] is { Length: > 0 } text
                ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
                : Default!.Value;
        }

        protected override bool Allows(string value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most;
    }

    /// <summary>A time.</summary>
    /// <param name="Key">Its name.</param>
    /// <param name="Least">The shortest allowed.</param>
    /// <param name="Most">The longest allowed.</param>
    /// <param name="Default">What counts when nothing is set.</param>
    public sealed record Time(string Key, TimeSpan Least, TimeSpan Most, TimeSpan Default) : SettingRange(Key)
    {
        public override string Words => $"{Least:c} to {Most:c}";

        protected override string Kind => "a time such as 00:00:30 (hours, minutes and seconds)";

        protected override string? Standing => $"{Default:c}";

        /// <summary>The configured time; the default where there is none.</summary>
        /// <exception cref="SettingsException">It is none, or out of its range.</exception>
        public TimeSpan Read(IConfiguration configuration)
        {
            Check(configuration);
            return configuration[Key] is { Length: > 0 } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : Default;
        }

        protected override bool Allows(string value) =>
            TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && time >= Least && time <= Most;
    }
}
