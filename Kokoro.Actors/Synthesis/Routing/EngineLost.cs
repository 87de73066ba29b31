namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>The router's actor found that a synthesis actor has stopped.</summary>
internal sealed record EngineLost(int Number);
