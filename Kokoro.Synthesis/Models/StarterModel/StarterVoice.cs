namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>A voice of the starter model; what is not given is the neutral man's. See <see cref="StyleParameter"/>.</summary>
internal sealed record StarterVoice(
    string Id,
    double Pitch = 0,
    double Range = 0,
    double Tract = 0,
    double Breath = 0,
    double Tilt = 0,
    double Glottis = 0,
    double Level = 0)
{
    /// <summary>[256]: the same for every length of text.</summary>
    public float[] StyleRow()
    {
        var row = new float[256];
        row[(int)StyleParameter.Pitch] = (float)Pitch;
        row[(int)StyleParameter.Range] = (float)Range;
        row[(int)StyleParameter.Tract] = (float)Tract;
        row[(int)StyleParameter.Breath] = (float)Breath;
        row[(int)StyleParameter.Tilt] = (float)Tilt;
        row[(int)StyleParameter.Glottis] = (float)Glottis;
        row[(int)StyleParameter.Level] = (float)Level;
        return row;
    }
}
