namespace Kokoro.Synthesis.TextToClauses;

public enum LeftOutReason
{
    /// <summary>Control characters, lone surrogates, unassigned code points.</summary>
    NotText,

    /// <summary>Emoji and other pictures.</summary>
    Picture,

    /// <summary>Letters of a script that the language is not written in.</summary>
    OtherScript,

    /// <summary>Symbols and marks that nobody reads out.</summary>
    Silent,
}
