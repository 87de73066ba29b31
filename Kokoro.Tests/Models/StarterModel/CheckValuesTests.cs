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
            "3 2 0 5 2 5 0 2 0 7 2 2 3 12 3", 28800,
            "0.0151 0.1043 0.0934 0.0996 0.0776 0.1251 0.0779 0.0439 0.0095 0.0001 0.0001 0",
            "147.91 156.73 117.75 111.56 148.63",
            "537.6 551.8 398 354 450.2",
            "1739.8 1760.6 1061.3 745.3 1159.4",
            "2541.3 2558.7 2640.8 2314 1865.3"
        },
        {
            "stˈɑp, ɪz ɪt ʌ kˈæt?", 1.5f,
            "2 2 2 0 4 3 5 0 1 2 0 1 3 0 1 0 4 0 4 2 8 3", 28200,
            "0.043 0.1274 0.1577 0.0024 0.0432 0.0341 0.029 0.1038 0.083 0.0048 0.0001",
            "139.15 175.38 145.4 122.39 120.71",
            "355 739.7 326.1 463.3 307.9",
            "1621.8 1128.6 962.6 1766.7 1643.9",
            "2578.7 2500.8 2166.2 2540 2553.7"
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
