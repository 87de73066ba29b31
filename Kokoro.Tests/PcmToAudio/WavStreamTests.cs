using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.PcmToAudio;

public sealed class WavStreamTests
{
    private static readonly PcmRun Run = new(0, new TextRange(0, 1), [0f, 0.5f, -0.5f], []);

    [Fact]
    public async Task Append_sends_one_header_and_every_run_and_nothing_after()
    {
        using var target = new MemoryStream();
        await using var stream = new WavStream(target);

        await stream.AppendAsync(Run, CancellationToken.None);
        var afterFirst = target.Length;
        await stream.AppendAsync(Run, CancellationToken.None);
        await stream.CompleteAsync(CancellationToken.None);

        Assert.Equal(44 + 6, afterFirst);
        Assert.Equal(44 + 12, target.Length);
        Assert.Equal(WavHeader.Streamed(), target.ToArray()[..44]);
    }
}
