using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FlowBuilder.Web.Hosting.Logs;

/// <summary>
/// What the program says on the console: level, who says it, and the words. Whatever a stranger sent may stand in them, so signs that steer
/// a terminal or turn the direction of a line are written out (<c>\u001B</c>), and a further line
/// is set in, so that it cannot pass for an entry of its own.
/// </summary>
internal sealed class PlainConsole() : ConsoleFormatter(FormatName)
{
    public const string FormatName = "plain";

    private const string SetIn = "      ";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var words = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (words.Length == 0 && logEntry.Exception is null) return;
        textWriter.Write($"{Level(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}]{Environment.NewLine}");
        Write(textWriter, words);
        if (logEntry.Exception is { } fault) Write(textWriter, fault.ToString());
    }

    private static void Write(TextWriter writer, string words)
    {
        foreach (var line in words.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0) writer.Write(SetIn);
            foreach (var letter in line)
            {
                if (letter != '\t' && char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format)
                    writer.Write($"\\u{(int)letter:X4}");
                else writer.Write(letter);
            }

            writer.Write(Environment.NewLine);
        }
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
