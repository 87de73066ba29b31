using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Serving;

/// <summary>
/// Settings whose waits are a tenth of what they are, so that what happens after seconds happens while a test looks on. The processor time that work
/// may use stays: a new engine compiles its code in its first run, which a slow machine needs all of it for.
/// </summary>
internal static class Tenth
{
    public static ServerSettings Of(ServerSettings settings) => settings with
    {
        Http = settings.Http with { StalledAfter = settings.Http.StalledAfter / 10 },
        Admission = settings.Admission with { DrainWithin = settings.Admission.DrainWithin / 10 },
        Utterances = settings.Utterances with { StalledAfter = settings.Utterances.StalledAfter / 10 },
        Synthesis = Of(settings.Synthesis),
        Phonemizers = Of(settings.Phonemizers),
        Engine = settings.Engine with
        {
            LeastStall = settings.Engine.LeastStall / 10,
            CancelWithin = settings.Engine.CancelWithin / 10,
        },
    };

    private static PoolSettings Of(PoolSettings pool) => pool with
    {
        FirstBackOff = pool.FirstBackOff / 10,
        LongestBackOff = pool.LongestBackOff / 10,
        DegradedWindow = pool.DegradedWindow / 10,
        DegradedRetry = pool.DegradedRetry / 10,
    };
}
