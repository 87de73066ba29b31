using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>A punctuation mark that the model hears as a token of its own. Espeak-ng never sees it.</summary>
public sealed record Mark : ClausePart
{
    /// <summary>The marks of Kokoro's vocabulary.</summary>
    public const string All = ";:,.!?—…\"()“”";

    /// <summary>The marks that end a clause.</summary>
    public const string ClauseEnds = ";:,.!?—…";

    private static readonly SearchValues<char> Known = SearchValues.Create(All);

    /// <exception cref="ArgumentException"><paramref name="symbol"/> is not one of <see cref="All"/>.</exception>
    public Mark(char symbol, TextRange source, bool spaceBefore)
        : base(source, spaceBefore)
    {
        if (!Known.Contains(symbol))
            throw new ArgumentException($"'{symbol}' is not one of the marks {All}", nameof(symbol));
        Symbol = symbol;
    }

    public char Symbol { get; }
}
