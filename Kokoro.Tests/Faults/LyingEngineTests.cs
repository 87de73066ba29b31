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
        await using var server = await TestServer.StartAsync(speech: engines => engines.Faulty(Enum.Parse<Fault>(fault), first: 2));

        Assert.Equal(await Expected.Value, await server.WavAsync(Text));
    }

    [Fact]
    public async Task An_engine_that_prints_to_standard_output_harms_nothing()
    {
        await using var server = await TestServer.StartAsync(speech: engines => engines.Faulty(Fault.Prints));

        Assert.Equal(await Expected.Value, await server.WavAsync(Text));
    }
}
