using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Native.Espeak;

namespace Kokoro.Host.EngineProcess;

/// <summary>Passages to phonemes, by espeak-ng. The only place that loads it.</summary>
internal sealed class PhonemeWork : IEngineWork
{
    /// <summary>Any will do: what takes time is compiling the code, 40 ms.</summary>
    private const string WarmUpVoice = "en-us";

    private PassagePhonemizer? _phonemizer;

    public EngineHello Load()
    {
        var espeak = Espeak.Open();
        _phonemizer = new PassagePhonemizer(espeak);
        return new EngineHello(EngineKind.Phonemes, $"espeak-ng {espeak.Version}", ModelHash: "", Providers: [], Threads: 0);
    }

    public void WarmUp() => Answer(new PassageRequest(WarmUpVoice, ["of", "the", "people"]).Encode().Span, CancellationToken.None);

    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> request, CancellationToken cancellationToken)
    {
        var phonemizer = _phonemizer ?? throw new InvalidOperationException("asked before it was loaded");
        var passage = PassageRequest.Decode(request);
        return new PassageAnswer(phonemizer.Read(passage.Voice, passage.Words, cancellationToken)).Encode();
    }
}
