namespace Kokoro.Actors.Settings.Reading;

internal enum TokenKind
{
    /// <summary>A key, or a value without quotation marks.</summary>
    Word,
    Quoted,
    Open,
    Close,
    OpenList,
    CloseList,
    Assign,
    Comma,
    NewLine,
    End,
}

/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line, int Column);
