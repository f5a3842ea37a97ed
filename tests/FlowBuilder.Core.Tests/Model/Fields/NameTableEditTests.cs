using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Tests.Model.Fields;

public sealed class NameTableEditTests
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abAB_é"], 1, 3];

    [Fact]
    public void Setting_and_taking_away_are_those_of_a_dictionary_and_leave_the_old_as_it_was() =>
        Gen.Select(Gen.Select(Name, Gen.Int[0, 9]).Array[0, 12], Gen.Select(Name, Gen.Int[-4, 9]).Array[0, 30], Gen.Int[0, 40])
            .Sample((before, changes, more) =>
            {
                var expected = before.GroupBy(pair => pair.Item1).ToDictionary(group => group.Key, group => group.Last().Item2);
                var old = Properties.Parse(JsonSerializer.Serialize(expected));
                var text = old.ToJson();
                var edit = new PropertiesEdit(old, more);
                foreach (var (name, value) in changes)
                {
                    if (value < 0)
                    {
                        edit.Remove(name);
                        expected.Remove(name);
                    }
                    else
                    {
                        edit.Set(name, JsonSerializer.SerializeToElement(value));
                        expected[name] = value;
                    }

                    edit.Count.ShouldBe(expected.Count);
                    edit.ContainsKey(name).ShouldBe(expected.ContainsKey(name));
                    (edit.Get(name)?.GetInt32()).ShouldBe(expected.TryGetValue(name, out var there) ? there : null);
                }

                var done = edit.Done();
                done.ShouldBe(Properties.Parse(JsonSerializer.Serialize(expected)));
                done.Members.Keys.ShouldBe(expected.Keys.Order(StringComparer.Ordinal));
                old.ToJson().ShouldBe(text);

                // What is done is done: going on changes nothing of it.
                edit.Set("later", JsonSerializer.SerializeToElement(1));
                done.Members.ContainsKey("later").ShouldBeFalse();
                edit.Done().Members.Count.ShouldBe(expected.Count + 1);
            });

    [Fact]
    public void What_was_not_changed_is_the_very_same()
    {
        var old = Properties.Of("a", 1);
        var edit = new PropertiesEdit(old, 5);
        edit.Remove("b");
        edit.Done().ShouldBeSameAs(old);
    }
}
