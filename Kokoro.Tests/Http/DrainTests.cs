using System.Text;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Http;

/// <summary>A server that stops while a reply is read: all of it is made, and much of it is still on its way.</summary>
public sealed class DrainTests
{
    private static readonly TimeSpan Within = new AdmissionSettings().DrainWithin;

    /// <summary>More than any buffer between server and reader holds.</summary>
    private static readonly AudioPiece[] Pieces = [.. Enumerable.Repeat(ScriptedServer.Piece(48_000), 100)];

    private readonly SteppedTime _time = new();

    [Theory]
    [InlineData("""{"text":"a","format":"frames"}""")]
    [InlineData("""{"text":"a","format":"frames","stream":false}""")]
    public async Task What_is_made_is_sent_to_its_end_while_the_time_lasts(string json)
    {
        await using var server = await ScriptedServer.StartAsync(ScriptedServer.Speaking(Pieces), time: _time);
        using var response = await server.PostAsync(json);
        var stopping = server.StopAsync();
        await _time.UntilAwaitedAsync(Within);

        _time.Advance(Within - TimeSpan.FromSeconds(1));
        var frames = await response.Content.ReadAsByteArrayAsync();

        Assert.True(frames.Length > Pieces.Sum(piece => piece.Pcm.Length));
        Assert.Contains("\"sha256\"", Encoding.ASCII.GetString(frames[^200..]), StringComparison.Ordinal);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task What_is_not_read_in_time_ends_with_a_problem_and_counts_as_cut_short()
    {
        await using var server = await ScriptedServer.StartAsync(ScriptedServer.Speaking(Pieces), time: _time);
        using var response = await server.PostAsync("""{"text":"a","format":"frames"}""");
        var stopping = server.StopAsync();
        await _time.UntilAwaitedAsync(Within);

        _time.Advance(Within);
        var frames = await response.Content.ReadAsByteArrayAsync();

        Assert.True(frames.Length < Pieces.Sum(piece => piece.Pcm.Length));
        Assert.Contains("\"kind\":\"draining\"", Encoding.ASCII.GetString(frames[^300..]), StringComparison.Ordinal);
        Assert.Equal(1, await stopping);
    }
}
