using System.Text;
using FlowBuilder.Web.Hosting.RequestBodies;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.RequestBodies;

/// <summary>CSV files as Excel on Windows, its “Unicode text”, Google and Macs save them.</summary>
public sealed class SpreadsheetTextTests
{
    private const string Names = "name,city\nJosé Núñez,Málaga\nZoë Müller,Köln\nSeán O’Brien,Cœur “d’Alene” – 5 €\n";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void Every_encoding_of_one_file_gives_the_same_text()
    {
        Encoding[] marked = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];
        foreach (var encoding in marked)
        {
            var read = SpreadsheetText.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Names)]);
            (read.Text.TrimStart('\uFEFF'), read.IsWindows).ShouldBe((Names, false), encoding.WebName);
        }

        SpreadsheetText.Read(Encoding.UTF8.GetBytes(Names)).ShouldBe(new SpreadsheetText(Names, IsWindows: false));
        SpreadsheetText.Read(Windows.GetBytes(Names)).ShouldBe(new SpreadsheetText(Names, IsWindows: true));
    }

    /// <summary>Better no file than wrong letters: é of a Mac and of DOS, Japanese, bytes of an
    /// image, half a UTF-16 file without its mark.</summary>
    [Theory]
    [InlineData(10000, "José")]
    [InlineData(437, "José")]
    [InlineData(850, "Müller")]
    [InlineData(932, "田中")]
    [InlineData(1200, "José")]
    [InlineData(1200, "Jose")]
    public void What_would_come_out_as_wrong_letters_is_refused(int codePage, string name)
    {
        var encoding = codePage == 1200 ? new UnicodeEncoding(false, false) : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var bytes = encoding.GetBytes($"name\n{name}\n");
        Should.Throw<DecoderFallbackException>(() => SpreadsheetText.Read(bytes));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_before_it_is_held()
    {
        using var file = new MemoryStream(new byte[1_001]);
        await Should.ThrowAsync<BodyTooLargeException>(() => SpreadsheetText.ReadAsync(file, 1_000, TestContext.Current.CancellationToken));
    }
}
