using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>What the phoneme engine is asked: the words between two marks.</summary>
/// <param name="Voice">The name of espeak-ng's voice.</param>
/// <param name="Words">At least one; none holds white space.</param>
internal sealed record PassageRequest(string Voice, ImmutableArray<string> Words)
{
    public ReadOnlyMemory<byte> Encode() => new PayloadWriter().Text(Voice).Texts(Words).Bytes;

    /// <exception cref="BadFrameException"/>
    public static PassageRequest Decode(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var request = new PassageRequest(reader.Text(), reader.Texts());
        reader.End();
        return request.Words.IsEmpty ? throw reader.Bad("no word in it") : request;
    }
}
