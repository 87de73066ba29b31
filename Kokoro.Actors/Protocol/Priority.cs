namespace Kokoro.Actors.Protocol;

public enum Priority
{
    /// <summary>Somebody waits for the first sound.</summary>
    Interactive,

    /// <summary>Nobody does; a tenth of the capacity is kept for these.</summary>
    Batch,
}
