namespace Kokoro.Synthesis.EngineLink;

/// <summary>What a frame is for. What a request and an answer hold is up to the engine's kind.</summary>
internal enum FrameKind : byte
{
    /// <summary>Child to parent, the first frame: <see cref="EngineHello"/>.</summary>
    Hello = 1,

    /// <summary>Child to parent: <see cref="EngineFault"/>, instead of a hello or of an answer.</summary>
    Fault = 2,

    /// <summary>Parent to child: u32 id, then the payload. One at a time.</summary>
    Request = 3,

    /// <summary>Child to parent: the u32 id of the request, then the payload.</summary>
    Answer = 4,

    /// <summary>Parent to child: the u32 id of the request that is no longer wanted. It is answered all the same, by any of the three below.</summary>
    Cancel = 5,

    /// <summary>Child to parent: the u32 id of the request that was given up.</summary>
    Cancelled = 6,
}
