using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Edge;

/// <summary>Edge to /user/health, for whoever asked: what the edge itself knows of the server's state.</summary>
internal sealed record EdgeView(HealthProtocol.ServerState State, string Model, int Utterances, double DrainRate);
