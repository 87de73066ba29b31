namespace Kokoro.Synthesis.EngineLink;

/// <summary>Why this program killed an engine process.</summary>
public enum KillCause
{
    None,

    /// <summary>It used more processor time than any healthy run would.</summary>
    OverCpuBudget,

    /// <summary>It used no processor time at all for too long: stopped from outside, or stuck. Where only wall time counts: it took too long.</summary>
    NoProgress,

    /// <summary>It did not answer a cancel.</summary>
    CancelUnanswered,

    /// <summary>It sent what is no frame, or an answer that cannot be true.</summary>
    BadFrame,

    /// <summary>It closed its socket and went on living.</summary>
    SocketClosed,

    /// <summary>It was no longer needed and did not end by itself.</summary>
    Stopped,
}
