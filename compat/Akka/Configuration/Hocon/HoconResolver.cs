using System.Collections.Generic;

namespace Akka.Configuration.Hocon;

/// <summary>Replaces each <c>${path}</c> by what stands at that path of the same text in the end.</summary>
internal sealed class HoconResolver
{
    private readonly HoconValue _root;
    private readonly HashSet<HoconValue> _underWay = [];

    internal HoconResolver(HoconValue root) => _root = root;

    internal void Resolve(IReadOnlyList<HoconValue> pending)
    {
        foreach (var value in pending)
        {
            Resolve(value);
        }
    }

    private void Resolve(HoconValue value)
    {
        if (!value.IsPending)
        {
            return;
        }

        if (!_underWay.Add(value))
        {
            throw new HoconFormatException("a substitution leads back to itself");
        }

        var pieces = new List<HoconPiece>();
        foreach (var piece in value.Pieces)
        {
            if (piece.Kind != HoconPieceKind.Substitution)
            {
                pieces.Add(piece);
            }
            else if (Look(piece) is { } found)
            {
                pieces.Add(found);
            }
        }

        value.BecomeSame(pieces.Count == 0 ? null : Join(value.Pieces, pieces));
        _underWay.Remove(value);
    }

    private static HoconValue Join(IReadOnlyList<HoconPiece> written, List<HoconPiece> found)
    {
        if (written.Count > 1 && found.Exists(piece => piece.Kind == HoconPieceKind.Object))
        {
            throw new HoconFormatException("an object cannot be joined with a substitution; write the whole object");
        }

        return HoconJoin.TryJoin(found) ?? throw new HoconFormatException("texts, lists and objects cannot be joined with each other");
    }

    private HoconPiece Look(HoconPiece substitution)
    {
        var value = _root;
        foreach (var element in HoconPath.Split(substitution.Text))
        {
            Resolve(value);
            if (value.Object is not { } fields || !fields.Items.TryGetValue(element, out value))
            {
                return substitution.Optional ? null : throw Unresolved(substitution);
            }
        }

        Resolve(value);
        if (value.IsMissing)
        {
            return substitution.Optional ? null : throw Unresolved(substitution);
        }

        return value.Object is not null ? new HoconPiece(HoconPieceKind.Object, Value: value)
            : value.Array is not null ? new HoconPiece(HoconPieceKind.Array, Value: value)
            : new HoconPiece(HoconPieceKind.Text, value.GetString());
    }

    private static HoconFormatException Unresolved(HoconPiece substitution) => new($"Unresolved substitution: {substitution.Text}");
}
