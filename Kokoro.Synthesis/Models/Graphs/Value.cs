using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.Graphs;

/// <summary>
/// A tensor of the graph being built. Arithmetic on it writes nodes, so the signal processing reads as formulas; a number
/// beside it becomes a constant of its element type. A node belongs to the innermost graph of its inputs, so what does
/// not depend on a loop's own values is computed once outside of it.
/// </summary>
internal sealed partial class Value(GraphBuilder graph, string name, DataType type)
{
    public GraphBuilder Graph { get; } = graph;

    public string Name { get; } = name;

    public DataType Type { get; } = type;

    public static Value operator +(Value left, Value right) => left.Binary("Add", right);

    public static Value operator +(Value left, double right) => left + left.Like(right);

    public static Value operator +(double left, Value right) => right.Like(left) + right;

    public static Value operator -(Value left, Value right) => left.Binary("Sub", right);

    public static Value operator -(Value left, double right) => left - left.Like(right);

    public static Value operator -(double left, Value right) => right.Like(left) - right;

    public static Value operator -(Value value) => value.Unary("Neg");

    public static Value operator *(Value left, Value right) => left.Binary("Mul", right);

    public static Value operator *(Value left, double right) => left * left.Like(right);

    public static Value operator *(double left, Value right) => right.Like(left) * right;

    /// <summary>Integers are truncated; none here is negative.</summary>
    public static Value operator /(Value left, Value right) => left.Binary("Div", right);

    public static Value operator /(Value left, double right) => left / left.Like(right);

    /// <summary>The remainder of integers.</summary>
    public static Value operator %(Value left, double right) => left.Binary("Mod", left.Like(right));

    public Value Max(Value other) => Binary("Max", other);

    public Value Max(double other) => Max(Like(other));

    public Value Min(Value other) => Binary("Min", other);

    public Value MatMul(Value other) => Binary("MatMul", other);

    public Value Clip(double low, double high) => Graph.Op("Clip", Type, [this, Like(low), Like(high)]);

    /// <summary>2 to the power of this.</summary>
    public Value Exp2() => Graph.Op("Pow", Type, [Like(2), this]);

    public Value Exp() => Unary("Exp");

    public Value Sin() => Unary("Sin");

    public Value Cos() => Unary("Cos");

    public Value Sqrt() => Unary("Sqrt");

    public Value Floor() => Unary("Floor");

    /// <summary>To the nearest integer, halves to the even one.</summary>
    public Value Round() => Unary("Round");

    public Value Reciprocal() => Unary("Reciprocal");

    public Value ToFloat() => Cast(DataType.Float);

    public Value ToInt64() => Cast(DataType.Int64);

    public Value ToDouble() => Cast(DataType.Double);

    /// <summary>1 where it is greater, else 0, as float.</summary>
    public Value Above(double threshold) => Exceeds(Like(threshold)).ToFloat();

    /// <summary>1 where it is less, else 0, as float.</summary>
    public Value Below(double threshold) => Compare("Less", Like(threshold)).ToFloat();

    public Value Exceeds(Value other) => Compare("Greater", other);

    public Value IsAtMost(Value other) => Compare("LessOrEqual", other);

    public Value IsEqual(double other) => Compare("Equal", Like(other));

    public Value And(Value other) => Binary("And", other);

    public Value Or(Value other) => Binary("Or", other);

    /// <summary>Of a condition: the first where it holds, else the second.</summary>
    public Value Where(Value then, Value otherwise) => Graph.Op("Where", then.Type, [this, then, otherwise]);

    private Value Like(double number) => Graph.Scalar(Type, number);

    private Value Unary(string type) => Graph.Op(type, Type, [this]);

    private Value Binary(string type, Value other) => Inner(other).Op(type, Type, [this, other]);

    private Value Compare(string type, Value other) => Inner(other).Op(type, DataType.Bool, [this, other]);

    private Value Cast(DataType type) => type == Type ? this : Graph.Op("Cast", type, [this], Attributes.Of("to", (long)type));

    private GraphBuilder Inner(Value other) => Graph.Depth >= other.Graph.Depth ? Graph : other.Graph;
}
