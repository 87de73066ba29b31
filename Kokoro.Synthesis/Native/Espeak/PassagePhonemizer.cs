using System.Collections.Immutable;
using System.Text;
using Kokoro.Synthesis.ClausesToPhonemes;

namespace Kokoro.Synthesis.Native.Espeak;

/// <summary>Words without marks to groups of phonemes, each with its words: one pass for the phonemes, one for the word events.</summary>
internal sealed class PassagePhonemizer(Espeak espeak)
{
    /// <exception cref="SpeechException">No such voice.</exception>
    /// <exception cref="OperationCanceledException"/>
    public ImmutableArray<PhonemeGroup> Read(string voice, ImmutableArray<string> words, CancellationToken cancellationToken)
    {
        espeak.SelectVoice(voice);
        var passage = new PassageText(words);
        var clauses = Phonemes(passage.Text);
        cancellationToken.ThrowIfCancellationRequested();
        var starts = new List<int>[clauses.Length];
        for (var i = 0; i < starts.Length; i++)
            starts[i] = [];
        foreach (var word in espeak.WordEvents(passage.Text, cancellationToken))
            starts[Math.Min(word.Clause, starts.Length - 1)].Add(passage.WordAt(word.Position));
        return GroupAlignment.Align(
            clauses,
            [.. starts.Select(clause => clause.ToImmutableArray())],
            words.Length,
            word => Phonemes(new PassageText([words[word]]).Text).All(clause => clause.AsSpan().Trim().IsEmpty));
    }

    private ImmutableArray<string> Phonemes(string text) => [.. espeak.Phonemes(text).Select(WithoutLanguageMarks)];

    /// <summary>Espeak-ng notes in brackets when it reads a word by another language's rules, as in `(en)wiːkˈɛnd(fr)`.</summary>
    internal static string WithoutLanguageMarks(string ipa)
    {
        if (!ipa.Contains('(', StringComparison.Ordinal))
            return ipa;
        var kept = new StringBuilder(ipa.Length);
        var depth = 0;
        foreach (var c in ipa)
        {
            if (c == '(')
                depth++;
            else if (c == ')')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0)
                kept.Append(c);
        }

        return kept.ToString();
    }
}
