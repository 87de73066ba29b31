using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>What the phoneme engine answers: groups in the order of the words, which together cover all of them.</summary>
internal sealed record PassageAnswer(ImmutableArray<PhonemeGroup> Groups)
{
    /// <summary>An empty string and two indices.</summary>
    private const int LeastGroupSize = 3 * sizeof(int);

    public ReadOnlyMemory<byte> Encode()
    {
        var writer = new PayloadWriter().Int32(Groups.Length);
        foreach (var group in Groups)
            writer.Text(group.Ipa).Int32(group.FirstWord).Int32(group.EndWord);
        return writer.Bytes;
    }

    /// <exception cref="BadFrameException">Also when the groups leave a word out or go backwards.</exception>
    public static PassageAnswer Decode(ReadOnlySpan<byte> payload, int wordCount)
    {
        var reader = new PayloadReader(payload);
        var groups = ImmutableArray.CreateBuilder<PhonemeGroup>(reader.Count(LeastGroupSize));
        var (first, covered) = (0, 0);
        while (groups.Count < groups.Capacity)
        {
            var group = new PhonemeGroup(reader.Text(), reader.Int32(), reader.Int32());
            if (group.FirstWord < first || group.FirstWord > covered || group.EndWord <= group.FirstWord || group.EndWord > wordCount)
                throw reader.Bad($"a group for words {group.FirstWord}..{group.EndWord} of {wordCount} after {covered}");
            (first, covered) = (group.FirstWord, Math.Max(covered, group.EndWord));
            groups.Add(group);
        }

        reader.End();
        return covered == wordCount ? new(groups.MoveToImmutable()) : throw reader.Bad($"groups for {covered} of {wordCount} words");
    }
}
