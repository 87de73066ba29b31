using Kokoro.Actors.Settings;
using Kokoro.Actors.Settings.Reading;
using Kokoro.Host.Logging;

namespace Kokoro.Tests.ServerLogging;

public sealed class LogFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_goes_to_its_file_too_and_its_folder_is_made()
    {
        var file = Path.Combine(_folder["new"], "kokoro.log");
        using var terminal = new StringWriter();

        using (var logs = ServerLogs.Create(new LogSettings { File = file, Level = "debug" }, terminal))
            logs.Engines("an engine says so");

        Assert.Contains("an engine says so", terminal.ToString(), StringComparison.Ordinal);
        Assert.Equal(terminal.ToString(), File.ReadAllText(file));
    }

    [Fact]
    public void A_log_goes_on_where_the_last_one_ended()
    {
        var file = _folder["kokoro.log"];
        File.WriteAllText(file, "yesterday\n");

        using (var logs = ServerLogs.Create(new LogSettings { File = file, Level = "debug" }, TextWriter.Null))
            logs.Engines("today");

        Assert.StartsWith("yesterday\n", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("today", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_nobody_reads_on_standard_error_goes_to_a_file_instead_and_to_its_own_too()
    {
        var (instead, own) = (_folder["server.log"], _folder["kokoro.log"]);

        using (var logs = ServerLogs.Create(new LogSettings { File = own, Level = "debug" }, instead))
            logs.Engines("an engine says so");

        Assert.Contains("an engine says so", File.ReadAllText(instead), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(instead), File.ReadAllText(own));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_with_its_key()
    {
        foreach (var file in Unwritable())
        {
            var refused = Assert.Throws<SettingsException>(() => ServerLogs.Create(new LogSettings { File = file }, TextWriter.Null));

            Assert.StartsWith($"kokoro.log.file cannot be '{file}' (", refused.Message, StringComparison.Ordinal);
            Assert.EndsWith("; name a file that can be written, or leave it empty", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_instead_of_standard_error_that_cannot_be_written_is_refused_since_the_log_would_be_nowhere()
    {
        foreach (var file in Unwritable())
        {
            var refused = Assert.Throws<SettingsException>(() => ServerLogs.Create(new LogSettings(), file));

            Assert.StartsWith($"the log '{file}' cannot be written (", refused.Message, StringComparison.Ordinal);
            Assert.EndsWith("; remove it, or correct its permissions", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>In what is no folder, and a folder itself.</summary>
    private string[] Unwritable()
    {
        File.WriteAllText(_folder["file"], "");
        return [Path.Combine(_folder["file"], "kokoro.log"), _folder.Path];
    }
}
