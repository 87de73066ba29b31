namespace Kokoro.Bench.Words;

/// <summary>Something that speaks English sentences, whose intelligibility is measured.</summary>
internal interface ISystemUnderTest : IAsyncDisposable
{
    /// <summary>Its name in the table; unique within a run.</summary>
    string Name { get; }

    /// <summary>Writes one sentence as a WAV file at the system's own normal speed. Called for one sentence at a time.</summary>
    Task SpeakAsync(string sentence, string wavPath, CancellationToken cancellationToken);
}
