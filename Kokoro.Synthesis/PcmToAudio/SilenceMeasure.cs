using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>
/// Where a run is silent: in every window of 5 ms whose level lies 50 dB or more below that of the run. A run without any sound
/// has no silence to measure, so nothing of it counts.
/// </summary>
internal sealed class SilenceMeasure
{
    /// <summary>1 ms: the resolution of all that is measured here.</summary>
    private const int Step = PcmRun.SampleRate / 1000;

    /// <summary>Steps in a window: 5 ms is a period of a low voice, so that the zero crossings inside of a vowel are not silence.</summary>
    private const int Window = 5;

    /// <summary>
    /// -50 dB as a ratio of energies. The f and th of the starter voice lie 10 to 25 dB below its mean, and from 30 dB on there are only
    /// sounds that rise or die away; the rest is for voices whose weak sounds are weaker.
    /// </summary>
    private const double Threshold = 1e-5;

    private readonly int _samples;
    private readonly bool[] _isSilent;

    private SilenceMeasure(int samples, bool[] isSilent)
    {
        _samples = samples;
        _isSilent = isSilent;
    }

    /// <summary>Samples of silence before the first sound.</summary>
    public int Leading
    {
        get
        {
            var sound = Array.IndexOf(_isSilent, false);
            return sound < 0 ? 0 : sound * Step;
        }
    }

    /// <summary>Samples of silence after the last sound.</summary>
    public int Trailing
    {
        get
        {
            var sound = Array.LastIndexOf(_isSilent, false);
            return sound < 0 ? 0 : Math.Max(0, _samples - (sound + 1) * Step);
        }
    }

    public static SilenceMeasure Of(ReadOnlySpan<float> samples)
    {
        var energies = new double[(samples.Length + Step - 1) / Step];
        for (var step = 0; step < energies.Length; step++)
            energies[step] = Energy(samples[(step * Step)..Math.Min(samples.Length, (step + 1) * Step)]);

        var isSilent = new bool[energies.Length];
        var limit = Sum(energies) / Math.Max(1, samples.Length) * Threshold * Window * Step;
        if (limit > 0)
        {
            for (var i = 0; i + Window <= energies.Length; i++)
            {
                if (Sum(energies.AsSpan(i, Window)) <= limit)
                    isSilent.AsSpan(i, Window).Fill(true);
            }
        }

        return new SilenceMeasure(samples.Length, isSilent);
    }

    /// <summary>
    /// The silent stretch that shares most with <paramref name="place"/>; it may reach beyond it. Null when all of the place sounds.
    /// </summary>
    public SampleSpan? At(SampleSpan place)
    {
        SampleSpan? best = null;
        var bestShared = 0;
        var last = Math.Min(_isSilent.Length, (place.To + Step - 1) / Step);
        for (var i = Math.Max(0, place.From / Step); i < last; i++)
        {
            if (!_isSilent[i])
                continue;
            var (first, end) = (i, i);
            while (first > 0 && _isSilent[first - 1])
                first--;
            while (end < _isSilent.Length && _isSilent[end])
                end++;
            var stretch = new SampleSpan(first * Step, Math.Min(_samples, end * Step));
            var shared = Math.Min(stretch.To, place.To) - Math.Max(stretch.From, place.From);
            if (shared > bestShared)
                (best, bestShared) = (stretch, shared);
            i = end;
        }

        return best;
    }

    private static float Energy(ReadOnlySpan<float> samples)
    {
        var energy = 0f;
        foreach (var sample in samples)
            energy += sample * sample;
        return energy;
    }

    private static double Sum(ReadOnlySpan<double> energies)
    {
        var sum = 0.0;
        foreach (var energy in energies)
            sum += energy;
        return sum;
    }
}
