using System.Runtime.InteropServices;
using Kokoro.Host.EngineProcess;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.EngineLink.Faults;

/// <summary>The real speech engine, which passes its self-test and then does something wrong at each run.</summary>
internal sealed class FaultySpeechWork(Fault fault, FaultyWork faulty, string[] options) : IEngineWork, IDisposable
{
    /// <summary>Bytes of an answer before its first duration: time, flag and count.</summary>
    private const int BeforeDurations = 12;

    private readonly SpeechWork _real = new(SpeechEngineSetup.Parse(options)!);
    private bool _isTested;

    public EngineHello Load() => _real.Load();

    public void WarmUp() => _real.WarmUp();

    public void Dispose() => _real.Dispose();

    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> request, CancellationToken cancellationToken)
    {
        if (!_isTested)
        {
            _isTested = true;
            return _real.Answer(request, cancellationToken);
        }

        if (fault is not (Fault.SpeaksWrongLength or Fault.SpeaksNaN))
        {
            var wrong = faulty.Answer(request, cancellationToken);
            return fault == Fault.AnswersGarbage ? wrong : _real.Answer(request, cancellationToken);
        }

        var answer = _real.Answer(request, cancellationToken).ToArray();
        if (fault == Fault.SpeaksWrongLength)
            answer[BeforeDurations]++;
        else
            MemoryMarshal.Write(answer.AsSpan()[^sizeof(float)..], float.NaN);
        return answer;
    }
}
