using FlowBuilder.Web.Hosting.Logs;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Logs;

/// <summary>Attack A12 and ASVS 16.4.1: whatever a stranger sent stands in the log as text, within the entry that tells of it.</summary>
public sealed class Nobody_forges_a_line_of_the_log
{
    [Theory]
    [InlineData("x\r\nwarn: Forged[0]\r\n      Everything is well")]
    [InlineData("x\nfail: Forged[0]")]
    [InlineData("x\rwarn: Forged[0]")]
    [InlineData("x\u0085warn: Forged[0]")]
    [InlineData("x\u2028warn: Forged[0]")]
    [InlineData("x\u001b[31mred\u001b[2K")]
    [InlineData("x\0\a\b\u009b31m")]
    [InlineData("x\u202eturned round\u2066")]
    public void Lines_are_set_in_and_signs_that_steer_are_written_out(string sent)
    {
        foreach (var fault in (Exception?[])[null, new InvalidOperationException(sent)])
        {
            using var written = new StringWriter();
            new PlainConsole().Write(
                new LogEntry<string>(LogLevel.Information, "A.Category", 7, $"Asked for {sent}", fault, (words, _) => words), null,
                written);
            var lines = written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
            lines[0].ShouldBe("info: A.Category[7]");
            lines.Skip(1).ShouldNotBeEmpty();
            lines.Skip(1).ShouldAllBe(line => line.StartsWith("      ", StringComparison.Ordinal));
            string.Concat(lines)
                .ShouldAllBe(
                    letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format);
        }
    }

    [Fact]
    public async Task So_the_console_of_the_program_writes()
    {
        await using var host = new ApiHost();
        host.Services
            .GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue.FormatterName
            .ShouldBe(PlainConsole.FormatName);
        host.Services.GetServices<ConsoleFormatter>().OfType<PlainConsole>().ShouldHaveSingleItem();
    }
}
