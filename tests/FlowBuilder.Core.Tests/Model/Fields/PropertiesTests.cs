using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Tests.Model.Fields;

public sealed class PropertiesTests
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abAB_é"], 1, 3];

    private static readonly Gen<Dictionary<string, int>> Members = Gen.Select(Name, Gen.Int[0, 9]).Array[0, 12]
        .Select(pairs => pairs.GroupBy(pair => pair.Item1).ToDictionary(group => group.Key, group => group.Last().Item2));

    [Fact]
    public void Setting_leaving_out_and_merging_are_those_of_a_dictionary_and_leave_the_old_as_it_was() =>
        Gen.Select(Members, Members, Name, Gen.Int[0, 9]).Sample((one, other, name, value) =>
        {
            var (first, second) = (Of(one), Of(other));
            Check(first.With(name, value), new(one) { [name] = value });
            Check(first.Without(name), one.Where(member => member.Key != name).ToDictionary());
            Check(first.Merge(second), other.Concat(one.Where(member => !other.ContainsKey(member.Key))).ToDictionary());
            Check(first, one);
            Check(second, other);
        });

    [Fact]
    public void Of_a_member_told_twice_the_last_counts() =>
        Properties.Parse("""{"b":1,"a":2,"b":3}""").With("c", 4).ToJson().ShouldBe("""{"a":2,"b":3,"c":4}""");

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{")]
    public void What_is_no_object_is_refused(string json) => Should.Throw<JsonException>(() => Properties.Parse(json));

    private static Properties Of(Dictionary<string, int> members) => Properties.Parse(JsonSerializer.Serialize(members));

    private static void Check(Properties properties, Dictionary<string, int> expected)
    {
        properties.Members.Count.ShouldBe(expected.Count);
        properties.Members.Keys.ShouldBe(expected.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in expected) properties.Number(name).ShouldBe(value);
        properties.Members.ContainsKey("zz").ShouldBeFalse();
        properties.ShouldBe(Of(expected));
    }
}
