using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kokoro.Synthesis.ClausesToPhonemes;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>
/// Finds out which words each group of phonemes came from. Espeak-ng separates groups by one space and raises one word
/// event for each, also for an empty one (two spaces), so groups and events of a clause match one to one. An event tells
/// the word that a group begins in; it ends where the next word with an event begins.
/// </summary>
internal static class GroupAlignment
{
    /// <param name="clauses">The phonemes of each clause that espeak-ng made of the passage.</param>
    /// <param name="starts">For each clause the word that each event points into.</param>
    /// <param name="isSilent">Whether a word alone gives no phonemes.</param>
    /// <returns>Groups in order. Together they cover every word; a group with phonemes is never left out.</returns>
    public static ImmutableArray<PhonemeGroup> Align(
        ImmutableArray<string> clauses, ImmutableArray<ImmutableArray<int>> starts, int wordCount, Func<int, bool> isSilent)
    {
        var groups = Anchor(clauses, starts);
        var aligned = ImmutableArray.CreateBuilder<PhonemeGroup>(Math.Max(groups.Count, wordCount));
        var next = 0;
        for (var word = 0; word < wordCount;)
        {
            var from = next;
            while (next < groups.Count && groups[next].Start == groups[from].Start)
                next++;
            var end = next < groups.Count ? groups[next].Start : wordCount;
            Divide(CollectionsMarshal.AsSpan(groups)[from..next], word, end, isSilent, aligned);
            word = end;
        }

        return aligned.DrainToImmutable();
    }

    /// <summary>
    /// Gives every group the word of its event. Should the counts of a clause differ, its groups are spread evenly over its
    /// events; should the clauses differ, all counts as one clause.
    /// </summary>
    private static List<(string Ipa, int Start)> Anchor(ImmutableArray<string> clauses, ImmutableArray<ImmutableArray<int>> starts)
    {
        if (clauses.Length != starts.Length)
            return Anchor([string.Join(' ', clauses.Where(clause => clause.Length > 0))], [[.. starts.SelectMany(clause => clause)]]);
        var anchored = new List<(string Ipa, int Start)>();
        var latest = 0;
        foreach (var (clause, events) in clauses.Zip(starts))
        {
            var groups = clause.Split(' ');
            for (var i = 0; i < groups.Length; i++)
            {
                if (events.Length > 0)
                    latest = Math.Max(latest, events[i * events.Length / groups.Length]);
                if (groups[i].Length > 0 || events.Length > 0)
                    anchored.Add((groups[i], latest));
            }
        }

        return anchored;
    }

    /// <summary>Shares words [first, end) among the groups that begin in the first of them.</summary>
    private static void Divide(
        ReadOnlySpan<(string Ipa, int Start)> groups, int first, int end, Func<int, bool> isSilent, ImmutableArray<PhonemeGroup>.Builder aligned)
    {
        var sounding = Sounding(groups);
        var spoken = new List<int>();
        for (var word = first; word < end && sounding.Count > 0; word++)
        {
            if (end - first == 1 || !isSilent(word))
                spoken.Add(word);
        }

        if (sounding.Count > 0 && spoken.Count == 0)
            spoken.AddRange([first, end - 1]); // each alone is silent, together they are not
        // "to be" is one entry of the dictionary, with one event place but two groups.
        var oneEach = sounding.Count == spoken.Count;
        var silent = first;
        for (var i = 0; i < sounding.Count; i++)
        {
            var from = spoken[oneEach ? i : 0];
            var to = spoken[oneEach ? i : ^1] + 1;
            for (; silent < from; silent++)
                aligned.Add(new("", silent, silent + 1));
            aligned.Add(new(sounding[i], from, to));
            silent = to;
        }

        for (; silent < end; silent++)
            aligned.Add(new("", silent, silent + 1));
    }

    private static List<string> Sounding(ReadOnlySpan<(string Ipa, int Start)> groups)
    {
        var sounding = new List<string>();
        foreach (var (ipa, _) in groups)
        {
            if (ipa.Length > 0)
                sounding.Add(ipa);
        }

        return sounding;
    }
}
