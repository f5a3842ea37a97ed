using System.Diagnostics;

namespace FlowBuilder.Testing;

/// <summary>
/// Programs a test needs from the machine. What is missing is installed with apt when the tests run as root; otherwise the test fails
/// and names the line that installs it. Never a skip.
/// </summary>
public static class Needs
{
    private static readonly Lock Installing = new();

    /// <summary>The full path of a program on PATH or in one of <paramref name="folders"/>,
    /// installed from <paramref name="package"/> if need be.</summary>
    /// <param name="program">File name, such as <c>initdb</c>.</param>
    /// <param name="package">Debian package that brings it.</param>
    /// <param name="folders">Folders beside PATH; the last part may hold a <c>*</c> for a version,
    /// such as <c>/usr/lib/postgresql/*/bin</c>. The highest version wins.</param>
    public static string Program(string program, string package, params IReadOnlyList<string> folders)
    {
        if (Find(program, folders) is { } found) return found;
        lock (Installing)
        {
            if (Find(program, folders) is { } meanwhile) return meanwhile;
            Install(package);
            return Find(program, folders)
                ?? throw new InvalidOperationException($"The package {package} was installed but brought no program {program}.");
        }
    }

    /// <summary>Runs a program to its end and answers with exit code and both outputs. Fails when
    /// it takes longer than <paramref name="atMost"/>.</summary>
    public static (int ExitCode, string Output) Run(
        string program, IEnumerable<string> arguments, TimeSpan atMost, string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(atMost))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} was not done after {atMost}.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }

    private static string? Find(string program, IReadOnlyList<string> folders) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(folders.SelectMany(Expand))
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static IEnumerable<string> Expand(string folder)
    {
        var star = folder.IndexOf("/*", StringComparison.Ordinal);
        if (star < 0) return [folder];
        var (above, below) = (folder[..star], folder[(star + 2)..].TrimStart('/'));
        return Directory.Exists(above)
            ? Directory.GetDirectories(above)
                .OrderByDescending(path => path.Length)
                .ThenByDescending(path => path, StringComparer.Ordinal)
                .Select(path => Path.Combine(path, below))
            : [];
    }

    private static void Install(string package)
    {
        var line = $"apt-get update && apt-get install -y --no-install-recommends {package}";
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            throw new InvalidOperationException($"This test needs the package {package}. Install it with: sudo sh -c '{line}'");
        var (code, output) = Run(
            "/bin/sh", ["-c", line.Replace("install -y", "install -y -o DPkg::Lock::Timeout=300", StringComparison.Ordinal)],
            TimeSpan.FromMinutes(5),
            environment: new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" });
        if (code != 0) throw new InvalidOperationException($"The package {package} could not be installed ({line}):\n{output}");
    }
}
