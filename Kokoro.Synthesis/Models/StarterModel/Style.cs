using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The style row inside the graph: each parameter as a [1] tensor, held within bounds in which the filter stays stable.</summary>
internal sealed class Style(Value row)
{
    /// <summary>Two octaves, or a factor of four, either way.</summary>
    private const double Widest = 2;

    /// <summary>From a large man's tract to a small child's.</summary>
    private const double LongestTract = -0.5;
    private const double ShortestTract = 0.6;

    private const double WidestRate = 1;

    private const double NeutralPitch = 118;
    private const double LowestPitch = 60;
    private const double HighestPitch = 400;

    private readonly Value _row = row.Reshape(-1);

    /// <summary>Hz.</summary>
    public Value Pitch => (NeutralPitch * Scale(StyleParameter.Pitch)).Clip(LowestPitch, HighestPitch);

    public Value Tract => this[StyleParameter.Tract].Clip(LongestTract, ShortestTract).Exp2();

    public Value Rate => this[StyleParameter.Rate].Clip(-WidestRate, WidestRate).Exp2();

    public Value this[StyleParameter parameter] => _row.Slice(0, (int)parameter, (int)parameter + 1).Clip(-Widest, Widest);

    /// <summary>2 to the power of a parameter.</summary>
    public Value Scale(StyleParameter parameter) => this[parameter].Exp2();
}
