namespace Kokoro.Actors.Pools;

internal enum SlotState
{
    /// <summary>Waits until a start is worth trying.</summary>
    Empty,

    Starting,

    Ready,
}
