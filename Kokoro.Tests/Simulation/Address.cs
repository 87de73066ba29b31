namespace Kokoro.Tests.Simulation;

internal enum Role
{
    Client,
    Edge,
    Utterances,
    Utterance,
    Writer,
    Voices,
    Phonemizers,
    Router,
    Engine,
}

/// <param name="Id">Of a client, an utterance (and its writer) or an engine; 0 for those that there is one of.</param>
internal readonly record struct Address(Role Role, long Id = 0);

internal sealed record Envelope(Address From, Address To, object Message);
