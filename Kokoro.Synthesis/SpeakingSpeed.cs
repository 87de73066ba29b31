using System.Globalization;

namespace Kokoro.Synthesis;

/// <summary>How fast to speak: 1 is the voice's own tempo, 2 is twice as fast. OpenAI's range, which Kokoro's clients use.</summary>
public static class SpeakingSpeed
{
    public const float Slowest = 0.25f;
    public const float Fastest = 4f;
    public const float Normal = 1f;

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.SpeedOutOfRange"/>: outside of the range, or not finite.</exception>
    public static float Check(double speed) =>
        speed is >= Slowest and <= Fastest ? (float)speed : throw OutOfRange(speed.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.SpeedOutOfRange"/>: not a number, or outside of the range.</exception>
    public static float Parse(string speed) =>
        double.TryParse(speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? Check(value)
            : throw OutOfRange(Printable.Excerpt(speed));

    private static SpeechException OutOfRange(string given) =>
        new(SpeechErrorCode.SpeedOutOfRange, $"speed {given} is not between {Slowest} and {Fastest}; 1 is normal, 2 twice as fast");
}
