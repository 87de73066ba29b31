using System.Diagnostics;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.PcmToAudio;

public sealed class WavFileTests : IDisposable
{
    private static readonly PcmRun Run = new(0, new TextRange(0, 1), [0f, 0.5f, -0.5f], []);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Complete_puts_a_file_with_an_exact_header_in_place()
    {
        var path = _folder["speech.wav"];
        await using (var file = WavFile.Create(path))
        {
            await file.AppendAsync(Run, CancellationToken.None);
            await file.AppendAsync(Run, CancellationToken.None);
            await file.CompleteAsync(CancellationToken.None);
        }

        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal(WavHeader.Exact(12), bytes[..44]);
        Assert.Equal(44 + 12, bytes.Length);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Dispose_before_complete_leaves_the_older_file_and_no_other()
    {
        var path = _folder["speech.wav"];
        await File.WriteAllTextAsync(path, "older");

        await using (var file = WavFile.Create(path))
            await file.AppendAsync(Run, CancellationToken.None);

        Assert.Equal("older", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Complete_through_a_link_replaces_what_it_points_to()
    {
        var target = _folder["target.wav"];
        await File.WriteAllTextAsync(target, "older");
        var link = _folder["link.wav"];
        File.CreateSymbolicLink(link, target);

        await using (var file = WavFile.Create(link))
        {
            await file.AppendAsync(Run, CancellationToken.None);
            await file.CompleteAsync(CancellationToken.None);
        }

        Assert.Equal(target, File.ResolveLinkTarget(link, true)?.FullName);
        Assert.Equal(44 + 6, new FileInfo(target).Length);
    }

    [Fact]
    public void Create_a_folder_as_target_is_refused_by_name()
    {
        var refused = Assert.Throws<SpeechException>(() => WavFile.Create(_folder.Path));

        Assert.Equal(SpeechErrorCode.OutputUnwritable, refused.Code);
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_a_device_as_target_is_refused()
    {
        var refused = Assert.Throws<SpeechException>(() => WavFile.Create("/dev/null"));

        Assert.Contains("it is a device", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_through_a_link_to_a_device_is_refused()
    {
        var link = _folder["link.wav"];
        File.CreateSymbolicLink(link, "/dev/null");

        var refused = Assert.Throws<SpeechException>(() => WavFile.Create(link));

        Assert.Contains("it is a device", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_a_named_pipe_as_target_is_refused()
    {
        var pipe = _folder["pipe.wav"];
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();

        var refused = Assert.Throws<SpeechException>(() => WavFile.Create(pipe));

        Assert.Contains("it is a pipe", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_in_a_missing_folder_is_refused_by_name()
    {
        var refused = Assert.Throws<SpeechException>(() => WavFile.Create(_folder["missing/speech.wav"]));

        Assert.Equal(SpeechErrorCode.OutputUnwritable, refused.Code);
        Assert.Contains("missing does not exist", refused.Message, StringComparison.Ordinal);
    }
}
