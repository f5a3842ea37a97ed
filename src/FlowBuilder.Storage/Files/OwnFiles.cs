namespace FlowBuilder.Storage.Files;

/// <summary>Files that hold customers' data or keys: read and written by the program's user alone
/// (0600, folders 0700). Where the system knows no such modes, as the folder says.</summary>
public static class OwnFiles
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;

    /// <summary>Makes a folder; one that is there already keeps its mode, for others may need it.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OfFolders);
    }

    /// <summary>Makes a file that must not be there yet.</summary>
    public static FileStream Create(string file) =>
        Open(
            file,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 16 * 1024,
                Options = FileOptions.Asynchronous
            });

    /// <summary>Opens a file for this process alone, to read and to write past every buffer of
    /// ours; makes it when it is not there.</summary>
    public static FileStream Open(string file) =>
        Open(
            file,
            new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 });

    /// <summary>Makes a file with its content, whole or not at all; where another start was quicker, its file counts.</summary>
    public static void MakeOnce(string file, ReadOnlySpan<byte> content)
    {
        MakeFolder(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.{Path.GetRandomFileName()}";
        using (var stream = Create(unfinished))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished);
        }
    }

    private static FileStream Open(string file, FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OfFiles;
        return new FileStream(file, options);
    }

    /// <summary>Sees to it that a file is there and closed to others. SQLite gives its log and
    /// shared memory the mode of the database.</summary>
    public static void Keep(params ReadOnlySpan<string> files)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in files)
            if (File.Exists(file)) File.SetUnixFileMode(file, OfFiles);
    }
}
