using System.Diagnostics;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink;

public sealed class SocketFolderTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("kokoro-test-").FullName;

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void Folder_is_for_this_user_only_and_its_paths_are_short()
    {
        using var folder = SocketFolder.Create();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.FullPath));
        Assert.InRange(folder.NextSocketPath().Length, 1, SocketFolder.LongestPath);
        Assert.NotEqual(folder.NextSocketPath(), folder.NextSocketPath());
    }

    [Theory]
    [InlineData("")]
    [InlineData("lock")]
    public void Folder_that_somebody_cleaned_away_is_made_and_locked_again(string gone)
    {
        using var folder = SocketFolder.CreateUnder(_parent);
        var path = Path.Combine(folder.FullPath, gone);
        if (gone.Length == 0)
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);

        var socket = folder.NextSocketPath();

        Assert.Equal(folder.FullPath, Path.GetDirectoryName(socket));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.FullPath));
        Assert.Throws<IOException>(() => new FileStream(Path.Combine(folder.FullPath, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None));
    }

    [Fact]
    public void Folder_is_gone_after_dispose()
    {
        var folder = SocketFolder.CreateUnder(_parent);
        File.WriteAllText(folder.NextSocketPath(), "");
        folder.Dispose();
        Assert.Empty(Directory.GetDirectories(_parent));
    }

    [Fact]
    public void Folder_of_a_dead_program_is_removed_at_the_next_start()
    {
        var dead = Directory.CreateDirectory(Path.Combine(_parent, $"kokoro-{DeadProcess()}-0123456789ab")).FullName;
        File.WriteAllText(Path.Combine(dead, "e1"), "");
        using var folder = SocketFolder.CreateUnder(_parent);
        Assert.False(Directory.Exists(dead));
    }

    [Fact]
    public void Folder_of_a_live_program_stays()
    {
        using var live = SocketFolder.CreateUnder(_parent);
        using var next = SocketFolder.CreateUnder(_parent);
        Assert.True(Directory.Exists(live.FullPath));
    }

    [Fact]
    public void Folder_whose_lock_is_held_stays_although_its_process_is_unknown_here()
    {
        var other = Directory.CreateDirectory(Path.Combine(_parent, $"kokoro-{DeadProcess()}-0123456789ab")).FullName;
        using var held = new FileStream(Path.Combine(other, "lock"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        using var folder = SocketFolder.CreateUnder(_parent);
        Assert.True(Directory.Exists(other));
    }

    [Theory]
    [InlineData("kokoro-models")]
    [InlineData("kokoro-x-y")]
    [InlineData("kokoro--1")]
    public void Folder_with_another_name_is_not_touched(string name)
    {
        var other = Directory.CreateDirectory(Path.Combine(_parent, name)).FullName;
        using var folder = SocketFolder.CreateUnder(_parent);
        Assert.True(Directory.Exists(other));
    }

    [Theory]
    [InlineData("/run/user/1000", "/var/tmp/", "/run/user/1000", "/var/tmp/", "/tmp")]
    [InlineData(null, "/var/tmp/", "/var/tmp/", "/tmp")]
    [InlineData("", "/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T/", "/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T/", "/tmp")]
    [InlineData("/a/very/long/path/that/leaves/no/room/for/the/name/of/a/socket/in/it", "/var/tmp/", "/var/tmp/", "/tmp")]
    [InlineData(null, "/a/very/long/path/that/leaves/no/room/for/the/name/of/a/socket/in/it", "/tmp")]
    public void Parents_are_those_that_leave_room(string? runtime, string temp, params string[] expected) =>
        Assert.Equal(expected, SocketFolder.Parents(runtime, temp));

    [Fact]
    public void Folder_is_made_in_the_first_parent_that_takes_it()
    {
        var file = Path.Combine(_parent, "file");
        File.WriteAllText(file, "");

        using var folder = SocketFolder.CreateUnder(Path.Combine(_parent, "gone"), file, _parent);
        var refused = Assert.Throws<SpeechException>(() => SocketFolder.CreateUnder(file));

        Assert.Equal(_parent, Path.GetDirectoryName(folder.FullPath));
        Assert.Equal(SpeechErrorCode.OutputUnwritable, refused.Code);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The id of a process that has just ended.</summary>
    private static int DeadProcess()
    {
        using var process = Process.Start("true");
        process.WaitForExit();
        return process.Id;
    }
}
