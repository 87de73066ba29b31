using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using Kokoro.Host.EngineProcess;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.EngineLink.Faults;

/// <summary>The real child's side of the link with work that goes wrong. Without a fault the answer is the request.</summary>
internal sealed partial class FaultyWork(Fault fault, Stream stream) : IEngineWork
{
    public EngineHello Load() => fault == Fault.RefusesAtStart
        ? throw new SpeechException(SpeechErrorCode.LibraryMissing, "the library is not there")
        : new(EngineKind.Phonemes, "faulty 1.0", "", [], 0);

    public void WarmUp()
    {
        // Whatever goes wrong here goes wrong in a request.
    }

    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> request, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.Aborts:
                Abort();
                break;
            case Fault.Exits:
                Environment.Exit(7);
                break;
            case Fault.SleepsInNativeCode:
                _ = Pause();
                break;
            case Fault.Burns:
                Burn();
                break;
            case Fault.AnswersTooLong:
                stream.Write([0xFF, 0xFF, 0xFF, 0xFF, (byte)FrameKind.Answer]);
                break;
            case Fault.AnswersUnknownKind:
                stream.Write([0, 0, 0, 0, 99]);
                break;
            case Fault.AnswersOther:
                stream.Write([4, 0, 0, 0, (byte)FrameKind.Answer, 0xEE, 0xEE, 0, 0]);
                break;
            case Fault.AnswersCancelled:
                throw new OperationCanceledException();
            case Fault.AnswersHalf:
                stream.Write([100, 0, 0, 0, (byte)FrameKind.Answer, 1, 2, 3]);
                stream.Dispose();
                break;
            case Fault.AnswersGarbage:
                return Encoding.ASCII.GetBytes("these are no phonemes at all");
            case Fault.Prints:
                for (var i = 0; i < 1000; i++)
                    Console.WriteLine($"line {i}");
                break;
            case Fault.WaitsForCancel:
                cancellationToken.WaitHandle.WaitOne();
                cancellationToken.ThrowIfCancellationRequested();
                break;
            case Fault.TellsEnvironment:
                return Encoding.UTF8.GetBytes(string.Join('\n', Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => entry.Key)));
        }

        return request.ToArray();
    }

    private static void Burn()
    {
        for (ulong i = 0; ; i++)
            Volatile.Write(ref _sink, i);
    }

    private static ulong _sink;

    [LibraryImport("libc", EntryPoint = "abort")]
    private static partial void Abort();

    [LibraryImport("libc", EntryPoint = "pause")]
    private static partial int Pause();
}
