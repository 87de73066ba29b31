namespace Kokoro.Synthesis.Voices;

/// <summary>The sound of a voice: one style row for each length of text. Immutable.</summary>
public sealed class VoicePack
{
    /// <summary>One for each number of ids that a run may have.</summary>
    public const int Rows = 510;

    /// <summary>Floats in a row; in Kokoro-82M the first half feeds the decoder and the second half the prosody.</summary>
    public const int Width = 256;

    private readonly float[] _values;

    /// <param name="values">[510, 256] row-major.</param>
    /// <exception cref="ArgumentException">Another number of values, or one that is not finite.</exception>
    public VoicePack(float[] values)
        : this(values, Rows)
    {
    }

    private VoicePack(float[] values, int rows)
    {
        if (values.Length != rows * Width)
            throw new ArgumentException($"a voice has {rows} x {Width} values; got {values.Length}", nameof(values));
        if (IndexOfNotFinite(values) is var index and >= 0)
            throw new ArgumentException($"value {index} of the voice is {values[index]}", nameof(values));
        _values = values;
    }

    /// <summary>A voice that sounds the same at every length.</summary>
    /// <param name="row">[256].</param>
    /// <exception cref="ArgumentException">Another number of values, or one that is not finite.</exception>
    public static VoicePack Uniform(float[] row) => new(row, rows: 1);

    /// <summary>The row for a run: the one at clamp(n - 1, 0, 509), as the model was trained.</summary>
    /// <param name="idCount">n, the ids of the run without its two pads.</param>
    /// <returns>[256].</returns>
    public ReadOnlyMemory<float> StyleRow(int idCount)
    {
        var row = Math.Clamp(idCount, 1, _values.Length / Width) - 1;
        return _values.AsMemory(row * Width, Width);
    }

    /// <summary>The first place with an infinity or a NaN, else -1.</summary>
    internal static int IndexOfNotFinite(ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                return i;
        }

        return -1;
    }
}
