using System.Net;
using System.Text;
using Kokoro.Actors.Settings;
using Kokoro.Tests.EngineLink;
using Kokoro.Tests.EngineLink.Faults;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>Texts that end the library that reads them.</summary>
public sealed class PhonemeFaultTests
{
    private const string Neighbour = "The quick brown fox jumps over the lazy dog.";

    public static TheoryData<string, int> CrashInputs => new()
    {
        { string.Concat(Enumerable.Repeat("s'", 70)), 2 },
        { "Before it, " + string.Concat(Enumerable.Repeat("s'", 70)) + " and after it.", 3 },
        { Vector("a.b.c.d.e.f.g.", 505), 3 },
        { Vector("n.e.w.s.p.a.p.e.r.", 745), 3 },
        { new string('x', 400), 0 },
        { "Ünïcödé ﷽ 你好 مرحبا नमस्ते Привет hello", 0 },
    };

    [Theory]
    [MemberData(nameof(CrashInputs))]
    public async Task What_ends_the_phoneme_engine_costs_itself_alone(string text, int mostDeaths)
    {
        await using var server = await TestServer.StartAsync(
            new ServerSettings { Phonemizers = new() { Size = 2 } }, speech: engines => engines.Stub(speed: 5000));
        var expected = await server.WavAsync(Neighbour);
        var before = server.PhonemeEngines.Started;

        var crash = server.SpeakAsync(new { text });
        Assert.Equal(expected, await server.WavAsync(Neighbour)); // a neighbour
        using var reply = await crash;
        Assert.True(reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{reply.StatusCode}: {await reply.Content.ReadAsStringAsync()}");
        await reply.Content.ReadAsByteArrayAsync();
        Assert.Equal(expected, await server.WavAsync(Neighbour)); // the next text
        var deaths = server.PhonemeEngines.Started - before;
        Assert.InRange(deaths, 0, mostDeaths);

        // The same text again: what is known to end engines is not given to one.
        using var again = await server.SpeakAsync(new { text });
        await again.Content.ReadAsByteArrayAsync();
        Assert.Equal(reply.StatusCode, again.StatusCode);
        if (reply.StatusCode == HttpStatusCode.UnprocessableEntity)
            Assert.Equal(deaths, server.PhonemeEngines.Started - before);
    }

    [Fact]
    public async Task Every_engine_that_a_refused_clause_ended_is_counted_and_logged_once()
    {
        await using var server = await TestServer.StartAsync(phonemes: engines => engines.Faulty(Fault.Aborts, first: 2), speech: engines => engines.Stub(speed: 5000));

        using var refused = await server.SpeakAsync(new { text = "Hello." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await server.WavAsync(Neighbour);

        const int Ended = 2;
        Assert.Equal(Ended + 1, server.PhonemeEngines.Started);
        var counted = (await server.Client.GetStringAsync("/metrics")).Split('\n')
            .Where(line => line.StartsWith("kokoro_engine_restarts_total", StringComparison.Ordinal) && line.Contains("pool=\"phonemizers\"", StringComparison.Ordinal));
        Assert.Equal(Ended, counted.Sum(line => int.Parse(line[(line.LastIndexOf(' ') + 1)..])));
        await server.Log.UntilAsync("utterance u2");
        Assert.Equal(Ended, server.Log.Lines.Count(line => line.Contains("with a clause of u1", StringComparison.Ordinal)));
    }

    private static string Vector(string pattern, int length) => new StringBuilder().Insert(0, pattern, (length / pattern.Length) + 1).ToString()[..length];
}
