using System.Collections.Generic;
using System.Linq;

namespace Akka.Configuration.Hocon;

/// <summary>Joins the pieces of one value: texts to a text, lists to a list; one object stands alone.</summary>
internal static class HoconJoin
{
    internal static bool IsComplete(IReadOnlyList<HoconPiece> pieces) => pieces.All(piece => piece.Kind != HoconPieceKind.Substitution);

    internal static HoconValue Join(IReadOnlyList<HoconPiece> pieces, HoconScanner scanner) =>
        pieces.Count == 0 ? HoconValue.Of("") : TryJoin(pieces)
            ?? throw scanner.Error("texts, lists and objects cannot be joined with each other");

    /// <returns>Null where the kinds do not go together.</returns>
    internal static HoconValue TryJoin(IReadOnlyList<HoconPiece> pieces)
    {
        if (pieces.All(piece => piece.Kind is HoconPieceKind.Text or HoconPieceKind.Blank))
        {
            return HoconValue.Of(string.Concat(pieces.Select(piece => piece.Text)));
        }

        var solid = pieces.Where(piece => piece.Kind != HoconPieceKind.Blank).ToList();
        if (solid.All(piece => piece.Kind == HoconPieceKind.Array))
        {
            return HoconValue.Of(solid.SelectMany(piece => piece.Value.Array).ToList());
        }

        return solid is [{ Kind: HoconPieceKind.Object } only] ? only.Value : null;
    }
}
