using Kokoro.Synthesis.EngineLink;
using Kokoro.Tests.EngineLink;
using Kokoro.Tests.EngineLink.Faults;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>Engines that answer wrongly. What they say never reaches a listener.</summary>
public sealed class LyingEngineTests
{
    private const string Text = "The quick brown fox jumps over the lazy dog.";

    private static readonly Lazy<Task<byte[]>> Expected = new(async () =>
    {
        await using var honest = await TestServer.StartAsync();
        return await honest.WavAsync(Text);
    });

    [Theory]
    [InlineData(nameof(Fault.SpeaksWrongLength))]
    [InlineData(nameof(Fault.SpeaksNaN))]
    [InlineData(nameof(Fault.AnswersTooLong))]
    [InlineData(nameof(Fault.AnswersOther))]
    [InlineData(nameof(Fault.AnswersGarbage))]
    [InlineData(nameof(Fault.AnswersHalf))]
    public async Task An_engine_that_lies_is_replaced_and_what_it_said_is_never_heard(string fault)
    {
        await using var server = await StartAsync(engines => engines.Faulty(Enum.Parse<Fault>(fault), first: 1));

        Assert.Equal(await Expected.Value, await server.WavAsync(Text));
    }

    [Fact]
    public async Task An_engine_that_prints_to_standard_output_harms_nothing()
    {
        await using var server = await StartAsync(engines => engines.Faulty(Fault.Prints));

        Assert.Equal(await Expected.Value, await server.WavAsync(Text));
    }

    /// <summary>A server with one engine that speaks.</summary>
    private static Task<TestServer> StartAsync(Func<Engines, EngineLinkOptions> speech) =>
        TestServer.StartAsync(new() { Synthesis = new() { Size = 1 }, Phonemizers = new() { Size = 1 } }, speech: speech);
}
