using System.Collections.Immutable;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink;

public sealed class PayloadTests
{
    private static readonly EngineHello Hello = new(EngineKind.Phonemes, "espeak-ng 1.51", "00ff", ["CPU"], 2);
    private static readonly PassageRequest Request = new("en-us", ["naïve", "😀", "हिन्दी"]);
    private static readonly PassageAnswer Answer = new([new("ʌvðə", 0, 2), new("", 2, 3)]);

    [Fact]
    public void Payloads_come_back_as_they_were_written()
    {
        var hello = EngineHello.Decode(Hello.Encode().Span, EngineKind.Phonemes);
        Assert.Equal(Hello with { Providers = hello.Providers }, hello);
        Assert.Equal(Hello.Providers, hello.Providers.AsEnumerable());
        var fault = new EngineFault(SpeechErrorCode.LibraryMissing, "not there");
        Assert.Equal(fault, EngineFault.Decode(fault.Encode().Span));
        var request = PassageRequest.Decode(Request.Encode().Span);
        Assert.Equal((Request.Voice, string.Join(' ', Request.Words)), (request.Voice, string.Join(' ', request.Words)));
        Assert.Equal(Answer.Groups, PassageAnswer.Decode(Answer.Encode().Span, 3).Groups.AsEnumerable());
    }

    [Fact]
    public void Damaged_payload_is_a_bad_frame_and_nothing_else()
    {
        var random = new Random(3);
        foreach (var whole in new[] { Hello.Encode(), Request.Encode(), Answer.Encode(), new EngineFault(SpeechErrorCode.EngineFailed, "x").Encode() })
        {
            for (var round = 0; round < 3000; round++)
            {
                var damaged = whole.ToArray()[..random.Next(whole.Length + 1)];
                for (var flips = random.Next(4); flips > 0 && damaged.Length > 0; flips--)
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                Try(() => EngineHello.Decode(damaged, EngineKind.Phonemes));
                Try(() => EngineFault.Decode(damaged));
                Try(() => PassageRequest.Decode(damaged));
                Try(() => PassageAnswer.Decode(damaged, 3));
            }
        }
    }

    [Theory]
    [InlineData(0, 2, 2)] // a word is missing at the end
    [InlineData(1, 3, 3)] // and at the start
    [InlineData(0, 4, 3)] // more words than were asked
    [InlineData(2, 1, 3)] // backwards
    [InlineData(-1, 3, 3)]
    public void Groups_that_cannot_be_true_are_a_bad_frame(int first, int end, int words)
    {
        ImmutableArray<PhonemeGroup> groups = first == 0 && end == 2 ? [new("a", 0, 1)] : [new("a", first, end)];
        Assert.Throws<BadFrameException>(() => PassageAnswer.Decode(new PassageAnswer(groups).Encode().Span, words));
    }

    private static void Try(Action decode)
    {
        try
        {
            decode();
        }
        catch (BadFrameException)
        {
            // The only exception that damage may cause.
        }
    }
}
