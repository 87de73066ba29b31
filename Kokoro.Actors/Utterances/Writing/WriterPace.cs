namespace Kokoro.Actors.Utterances.Writing;

internal enum WriterPace
{
    /// <summary>For the sound of the next slot.</summary>
    Waiting,

    /// <summary>Pieces of a run go into the channel.</summary>
    Writing,

    /// <summary>The channel is full; the run keeps its place.</summary>
    Blocked,

    /// <summary>The channel is complete, or nobody reads it.</summary>
    Ended,
}
