using System.Collections.Immutable;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.PhonemesToRuns;

/// <summary>Clauses in phonemes for tests, and what runs made of them say.</summary>
internal static class Phonemes
{
    private static readonly Dictionary<long, string> Symbols = Vocabulary.All.ToDictionary(entry => (long)entry.Value, entry => entry.Key.ToString());

    /// <summary>
    /// A clause from parts between spaces: a mark is a mark; anything else is a word that is spoken as written and sounds as its letters,
    /// but before '=' is what is spoken ("and=ænd"). A leading '·' means that no space is before it.
    /// </summary>
    public static PhonemizedClause Clause(string parts, ClauseEnd end = ClauseEnd.Clause)
    {
        var at = 0;
        var made = ImmutableArray.CreateBuilder<PhonemizedPart>();
        foreach (var written in parts.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var touches = written[0] == '·';
            var body = touches ? written[1..] : written;
            var source = new TextRange(at, at + body.Length);
            at += body.Length + 1;
            if (body.Length == 1 && Mark.All.Contains(body[0]))
                made.Add(new PhonemizedPart(body, source, !touches, ""));
            else
                made.Add(new PhonemizedPart(body[(body.IndexOf('=') + 1)..], source, !touches, body.Contains('=') ? body[..body.IndexOf('=')] : body));
        }

        return new PhonemizedClause(0, made.ToImmutable(), end, PhonemizeOutcome.Whole);
    }

    /// <summary>A clause of words of four letters, so with their spaces of five ids each.</summary>
    public static PhonemizedClause OfIds(int ids, ClauseEnd end = ClauseEnd.Clause) =>
        Clause(string.Join(' ', Enumerable.Repeat("wˈɜd", ids / 5).Concat(ids % 5 > 1 ? [new string('a', ids % 5 - 1)] : [])), end);

    /// <summary>The run as text, without its pads.</summary>
    public static string Show(TokenRun run) => string.Concat(run.Ids[1..^1].Select(id => Symbols[id]));

    public static string Show(TokenRun run, RunWord word) => string.Concat(run.Ids[word.FirstToken..word.EndToken].Select(id => Symbols[id]));

    public static TokenRun[] Pack(IEnumerable<PhonemizedClause> clauses, Language? language = null)
    {
        var packer = new RunPacker(language ?? Language.AmericanEnglish);
        return [.. clauses.SelectMany(clause => packer.Add(clause)).ToArray(), .. packer.Complete()];
    }
}
