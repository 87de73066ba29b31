using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>A spectrum as two tensors.</summary>
internal readonly record struct ComplexValue(Value Real, Value Imaginary)
{
    public static ComplexValue operator +(ComplexValue left, ComplexValue right) =>
        new(left.Real + right.Real, left.Imaginary + right.Imaginary);

    public static ComplexValue operator *(ComplexValue left, ComplexValue right) =>
        new(left.Real * right.Real - left.Imaginary * right.Imaginary, left.Real * right.Imaginary + left.Imaginary * right.Real);

    public static ComplexValue operator *(ComplexValue left, Value gain) => new(left.Real * gain, left.Imaginary * gain);

    public Value SquaredMagnitude() => Real * Real + Imaginary * Imaginary;

    /// <summary>1 / this.</summary>
    public ComplexValue Reciprocal()
    {
        var magnitude = SquaredMagnitude();
        return new(Real / magnitude, -(Imaginary / magnitude));
    }

    /// <summary>This times the conjugate of the other.</summary>
    public ComplexValue TimesConjugate(ComplexValue other) =>
        new(Real * other.Real + Imaginary * other.Imaginary, Imaginary * other.Real - Real * other.Imaginary);
}
