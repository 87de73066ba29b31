namespace Kokoro.Synthesis.Voices;

/// <summary>Guesses what someone meant.</summary>
internal static class NearestName
{
    /// <summary>Two slips of the finger, or one in three letters of a long name.</summary>
    private const int MostEdits = 2;
    private const int LettersPerEdit = 3;

    /// <summary>Longer input is no slip of anything, and comparing takes time with the square of the length.</summary>
    private const int LongestInput = 64;

    /// <summary>The nearest of the candidates, by edits of the id or of its part after the underscore; null when none is near.</summary>
    public static string? Of(string input, IEnumerable<string> candidates)
    {
        if (input.Length > LongestInput)
            return null;
        var wanted = input.ToLowerInvariant();
        var best = (Id: (string?)null, Edits: Math.Max(MostEdits, input.Length / LettersPerEdit) + 1);
        foreach (var candidate in candidates)
        {
            var edits = Math.Min(Edits(wanted, candidate), Edits(wanted, VoiceId.BareNameOf(candidate)));
            if (edits < best.Edits)
                best = (candidate, edits);
        }

        return best.Id;
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
