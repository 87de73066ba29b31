using System.Globalization;

namespace Kokoro.Tests.Models.StarterModel;

/// <summary>
/// Two sentences of the neutral man, as this build speaks them: whoever changes the sound on purpose measures them anew, and whoever does
/// not is told. What the sound must be like is in <see cref="PhraseEndTests"/>, <see cref="VoiceQualityTests"/> and <see cref="StarterModelSoundTests"/>.
/// </summary>
public class CheckValuesTests(StarterSession model) : IClassFixture<StarterSession>
{
    private static readonly int[] Frames = [20, 40, 60, 80, 100];

    public static TheoryData<string, float, string, int, string, string, string, string, string> Sentences => new()
    {
        {
            "hˈɛlO wˈɜɹld.", 1f,
            "3 2 0 5 3 4 0 3 0 6 2 3 2 12 4", 29400,
            "0.0067 0.0997 0.1089 0.102 0.0751 0.1063 0.0722 0.0509 0.0091 0.0001 0.0001 0.0001",
            "143.39 157.24 120.34 111.28 146.14",
            "537.9 585 386.7 381.4 410.6",
            "1614.7 1663.7 1044.9 828.8 1000.6",
            "2485.4 2512.4 2712.1 2364.1 1911"
        },
        {
            "stˈɑp, ɪz ɪt ʌ kˈæt?", 1.5f,
            "2 2 2 0 4 3 5 0 1 2 0 1 3 0 1 0 4 0 4 2 8 3", 28200,
            "0.0714 0.1293 0.1857 0.0025 0.0473 0.0396 0.0305 0.1016 0.0734 0.0043 0.0001",
            "139.15 175.38 145.4 122.39 120.71",
            "355.7 789.8 307.4 463.3 318",
            "1569.5 1068.2 960.7 1766.7 1643.4",
            "2532.3 2461.1 2144.5 2540 2600.5"
        },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentence_has_the_durations_levels_and_tracks_of_this_version(
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

    /// <param name="rounding">Half of the last digit that the values are given with.</param>
    private static void AssertNear(string reference, IEnumerable<double> actual, double share, double rounding)
    {
        var expected = reference.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        var values = actual.ToArray();
        Assert.Equal(expected.Length, values.Length);
        Assert.True(
            values.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= Math.Abs(pair.Second) * share + rounding),
            string.Create(CultureInfo.InvariantCulture, $"expected {reference}\nbut has {string.Join(' ', values.Select(value => $"{value:0.####}"))}"));
    }
}
