using System.Reflection;
using System.Reflection.Emit;

namespace FlowBuilder.Architecture.Tests;

/// <summary>
/// Which top folder of a project depends on which other, read from what the compiler made of it: so components count too, of which the half
/// that is written in a razor file cannot be compiled here.
/// </summary>
internal static class FolderArrows
{
    private const BindingFlags Declared = BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    /// <summary>The first byte of an instruction of two.</summary>
    private const byte Long = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (OpCode)field.GetValue(null)!)
            .ToDictionary(code => code.Value);

    /// <summary>Those within a built project, whose own namespace stands on top of all and is left out.</summary>
    /// <param name="built">The project.</param>
    /// <param name="top">Its namespace, such as <c>FlowBuilder.Web</c>.</param>
    public static Arrows Within(Assembly built, string top)
    {
        var arrows = new Arrows();
        foreach (var type in built.GetTypes())
            if (FolderOf(type, top) is { } from)
                foreach (var named in NamedBy(type).SelectMany(Parts).Where(named => named.Assembly == built))
                    if (FolderOf(named, top) is { } to)
                        arrows.Add(from, to, $"{Outermost(type).Name} names {Outermost(named).Name}");
        return arrows;
    }

    private static string? FolderOf(Type type, string top) =>
        Outermost(type).Namespace is { } space && space.StartsWith(top + ".", StringComparison.Ordinal)
            ? space[(top.Length + 1)..].Split('.')[0]
            : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } around ? Outermost(around) : type;

    /// <summary>A list of pages names the page too.</summary>
    private static IEnumerable<Type> Parts(Type? type) =>
        type is null ? []
        : type.HasElementType ? Parts(type.GetElementType())
        : type.IsGenericParameter ? []
        : type.IsConstructedGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    private static IEnumerable<Type?> NamedBy(Type type) =>
    [
        type.BaseType, .. type.GetInterfaces(),
        .. type.GetCustomAttributesData()
            .Concat(type.GetMembers(Declared).SelectMany(member => member.GetCustomAttributesData()))
            .SelectMany(NamedBy),
        .. type.GetFields(Declared).Select(field => field.FieldType),
        .. type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)).SelectMany(NamedBy),
    ];

    private static IEnumerable<Type?> NamedBy(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value as Type).Prepend(attribute.AttributeType);

    private static IEnumerable<Type?> NamedBy(MethodBase method) =>
    [
        (method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method.GetMethodBody() is { } body
            ? body.LocalVariables.Select(local => local.LocalType).Concat(NamedIn(method, body.GetILAsByteArray()!))
            : [],
    ];

    private static IEnumerable<Type?> NamedIn(MethodBase method, byte[] code)
    {
        var (ofType, ofMethod) = (method.DeclaringType!.IsGenericType
            ? method.DeclaringType.GetGenericArguments()
            : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
        for (var at = 0; at < code.Length;)
        {
            var operation = Codes[code[at] == Long ? (short)((Long << 8) | code[at + 1]) : code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
                switch (method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod))
                {
                    case Type type:
                        yield return type;
                        break;
                    case MethodInfo { IsGenericMethod: true } called:
                        yield return called.DeclaringType;
                        foreach (var argument in called.GetGenericArguments()) yield return argument;
                        break;
                    case { } member:
                        yield return member.DeclaringType;
                        break;
                }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
