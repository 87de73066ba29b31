namespace Akka.Configuration.Hocon;

/// <summary>One part of a value: text, blank text between two others, a list, an object or a substitution.</summary>
internal sealed record HoconPiece(HoconPieceKind Kind, string Text = null, HoconValue Value = null, bool Optional = false);
