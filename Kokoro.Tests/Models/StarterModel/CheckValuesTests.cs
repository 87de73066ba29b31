using System.Globalization;

namespace Kokoro.Tests.Models.StarterModel;

/// <summary>Against an independent build of the same design: two sentences, the neutral man.</summary>
public class CheckValuesTests(StarterSession model) : IClassFixture<StarterSession>
{
    private static readonly int[] Frames = [20, 40, 60, 80, 100];

    public static TheoryData<string, float, string, int, string, string, string, string, string> Sentences => new()
    {
        {
            "hˈɛlO wˈɜɹld.", 1f,
            "3 2 0 6 2 5 0 3 0 7 2 3 2 13 3", 30600,
            "0.0142 0.1052 0.1065 0.0909 0.0791 0.1165 0.1099 0.0575 0.0226 0 0 0",
            "144.13 158.23 126.04 111.55 133.15",
            "523 555 345.4 433.2 326.6",
            "1696.8 1790 1103.2 904.5 716.7",
            "2533.9 2550 2730.9 2378.1 2145.6"
        },
        {
            "stˈɑp, ɪz ɪt ʌ kˈæt?", 1.5f,
            "2 3 2 0 4 3 5 0 1 2 0 2 2 0 1 0 4 0 5 2 9 2", 29400,
            "0.0476 0.0973 0.1753 0.0025 0.038 0.0512 0.0306 0.0636 0.1273 0.0114 0 0",
            "136.86 173.16 152.09 128.42 121.61",
            "360.3 730.3 341.6 500 351.6",
            "1611.9 1163.4 968.6 1495.6 1717.9",
            "2574.4 2506.3 2191.3 2496.7 2555.4"
        },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentence_has_the_reference_durations_levels_and_tracks(
        string phonemes, float speed, string durations, int samples, string levels, string pitch, string first, string second, string third)
    {
        var sound = model.Speak(StarterSession.Ids(phonemes), speed);

        Assert.Equal(durations, string.Join(' ', sound.Durations));
        Assert.Equal(samples, sound.Samples.Length);
        Assert.Equal(samples / 120, sound.Pitch.Length);
        AssertNear(levels, sound.Levels(), share: 0.01, rounding: 0.00005);
        AssertNear(pitch, Frames.Select(frame => (double)sound.Pitch[frame]), share: 0.001, rounding: 0.005);
        AssertNear(first, Frames.Select(frame => (double)sound.Formant(1, frame)), share: 0.001, rounding: 0.05);
        AssertNear(second, Frames.Select(frame => (double)sound.Formant(2, frame)), share: 0.001, rounding: 0.05);
        AssertNear(third, Frames.Select(frame => (double)sound.Formant(3, frame)), share: 0.001, rounding: 0.05);
    }

    /// <param name="rounding">Half of the last digit that the reference is given with.</param>
    private static void AssertNear(string reference, IEnumerable<double> actual, double share, double rounding)
    {
        var expected = reference.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        var values = actual.ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.InRange(values[i], expected[i] * (1 - share) - rounding, expected[i] * (1 + share) + rounding);
    }
}
