using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Utterances.Writing;

/// <summary>What the writer's actor has to do.</summary>
internal abstract record WriterEffect
{
    /// <summary>Cut the sound of this run into pieces and begin to put them into the channel.</summary>
    /// <param name="Timing">For the first piece of the utterance.</param>
    public sealed record WriteRun(RunProtocol.Spoken Spoken, bool IsLast, FirstAudioTiming? Timing) : WriterEffect;

    /// <summary>Go on with the pieces that are left.</summary>
    public sealed record WriteOn : WriterEffect
    {
        public static readonly WriteOn Instance = new();
    }

    /// <summary>Ask the channel once for space, and begin to count the time without any.</summary>
    public sealed record AwaitSpace : WriterEffect
    {
        public static readonly AwaitSpace Instance = new();
    }

    public sealed record TellWritten(int Index, int Samples, RunProtocol.RunStats Stats) : WriterEffect;

    /// <summary>Complete the channel, and tell the utterance.</summary>
    public sealed record Complete(long Samples) : WriterEffect;

    /// <summary>Complete the channel with this problem.</summary>
    public sealed record CompleteWith(SpeechProblem Problem) : WriterEffect;

    public sealed record TellUndeliverable(SpeechProblem Problem) : WriterEffect;
}
